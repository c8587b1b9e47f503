export type { Leaf } from '../conditions/condition.js'
export * from './schema/index.js'
