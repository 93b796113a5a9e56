export type { Binaries } from './packagedBinaries.ts'
export { placeCluster } from './placeCluster.ts'
export type { ServerSettings } from './serverSettings.ts'
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from './startEmbedded.ts'
