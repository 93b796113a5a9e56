export { clockSettingsShape, readClockSettings } from './queries/readClockSettings.ts'
export type { AgenciesTables } from './tables.ts'
