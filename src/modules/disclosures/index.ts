export { disclosureMergeRules } from './disclosureMergeRules.ts'
export { makeDisclosures } from './making/makeDisclosures.ts'
export { disclosuresModule } from './module.ts'
export { disclosureTask } from './tasks.ts'
