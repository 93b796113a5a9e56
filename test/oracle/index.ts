export {
  type Comparison,
  compareInDatabase,
  compareWorld,
  type Disagreement,
  type WorldDatabase,
} from './compare.ts'
export { type Condition, everySide, type Side } from './conditions.ts'
export type { Fact, KnownRow } from './knownRow.ts'
export { DecidedBy, oracle, type Verb } from './mcdc.ts'
export { mayAdd, mayChange, mayDecide, mayRead, mayWithdraw } from './oracle.ts'
export { randomScene, type Scene } from './randomWorld.ts'
export { openRealDatabase, type RealDatabase } from './realDatabase.ts'
export { type SmallScene, smallestWorld } from './smallestWorld.ts'
export { storyOf } from './story.ts'
export { type Table, type TableKind, tables, tablesOfDataQuality } from './tables.ts'
export type { Dated, Row, World } from './world.ts'
