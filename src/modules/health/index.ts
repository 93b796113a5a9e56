export { healthMergeRules } from './healthMergeRules.ts'
