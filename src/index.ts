export { recommend } from './recommend.js'
