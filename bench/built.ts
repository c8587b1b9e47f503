import { fileURLToPath } from 'node:url'

const load = (name: string): Promise<unknown> => import(new URL(`../dist/${name}.js`, import.meta.url).href)

// What is measured is the built package, with the types of its sources: they need no build to be checked.
export const orcca = (await load('index')) as typeof import('../src/index.js')
export const stages = (await load('stages')) as typeof import('../src/stages.js')
export const read = (await load('read')) as typeof import('../src/read.js')
export const { toEngine } = (await load('json-rules-engine')) as typeof import('../src/json-rules-engine.js')

export const root = fileURLToPath(new URL('..', import.meta.url))
