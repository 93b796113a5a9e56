export type { Config } from './config.ts'
export { configWarnings } from './configWarnings.ts'
export { describeSettings, describeValues, type SettingDescription } from './describeSettings.ts'
export {
  type AuthoritiesResult,
  type AuthorityDatabases,
  type AuthorityDirectory,
  readAuthorities,
} from './readAuthorities.ts'
export { type ConfigResult, readConfig } from './readConfig.ts'
export type { Variables } from './settings.ts'
