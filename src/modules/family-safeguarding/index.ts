export { familySafeguardingModule } from './module.ts'
export { safeguardingMergeRules } from './safeguardingMergeRules.ts'
