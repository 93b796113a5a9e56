export { keeping, mayKeep } from './mayKeep.ts'
export { columnsOf } from './readValues.ts'
export type { Columns, Field, Opened, Option, Problem, RowForm, Values } from './rowForm.ts'
export { rowFormRoutes } from './rowFormRoutes.ts'
