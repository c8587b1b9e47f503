import { beforeTheRebuild } from './before.js'
import { bundle } from './bundle.js'
import { counties } from './counties.js'
import { firstCall } from './first-call.js'
import { hardPlans } from './hard-plans.js'
import { rules } from './rules.js'
import { solver } from './solver.js'

// Everything in one run, so that ratios compare like with like. Nothing fails for being slow: machines differ.
console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
counties()
await beforeTheRebuild()
await rules()
await solver()
hardPlans()
firstCall()
await bundle()
