export type { Binaries } from './packagedBinaries.ts'
export type { ServerSettings } from './serverSettings.ts'
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from './startEmbedded.ts'
