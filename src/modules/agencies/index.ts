export { type ImportWorkersReport, importWorkers } from './commands/importWorkers.ts'
export { listQuery, onPage } from './listing/listQuery.ts'
export { csvLink, pageLinks, pageSize, withQuery } from './listing/pageLinks.ts'
export { agenciesModule } from './module.ts'
export { choices, dateValue, fixed } from './pages/administration/directories/choices.ts'
export type {
  Directory,
  DirectoryProblem,
  DirectoryValues,
} from './pages/administration/directories/directory.ts'
export { directoryRoutes } from './pages/administration/directories/directoryRoutes.ts'
export { areas, type ServiceArea } from './queries/areas.ts'
export { mayHoldChildren, mayLeadAsSocialWorker } from './queries/caseHolding.ts'
export {
  type Caseload,
  type CaseloadRow,
  caseloads,
  caseloadsOn,
  teamCaseloadsOn,
} from './queries/caseloads.ts'
export { isPractising } from './queries/coverable.ts'
export { type Cover, covers, coversOn } from './queries/covers.ts'
export { ledTeams } from './queries/ledTeams.ts'
export { type Organisation, organisations } from './queries/organisations.ts'
export { type Post, type PostRole, posts, postsOf, rolesOf } from './queries/posts.ts'
export { clockSettingsShape, readClockSettings } from './queries/readClockSettings.ts'
export { roleWords } from './queries/roleWords.ts'
export { type ClassMapping, classMappings, rota, type Shift } from './queries/rota.ts'
export { type Team, team, teams } from './queries/teams.ts'
export {
  countWorkers,
  type Worker,
  type WorkerFilter,
  workerCard,
  workerNames,
  workers,
} from './queries/workers.ts'
export { declaredSettings, type SettingKey, type SettingValue } from './settings/declaredSettings.ts'
export { readSetting } from './settings/readSetting.ts'
export { word } from './settings/word.ts'
export { usualWords, type Word, words } from './settings/words.ts'
export { type WrittenSetting, writeSetting } from './settings/writeSetting.ts'
export { clearLapsedTask } from './systems/clearLapsedTask.ts'
export { grantToken, type System, systemOfToken } from './systems/grantToken.ts'
export { type PartnerSystem, partnerSystems } from './systems/partnerSystems.ts'
export { type SystemScope, systemScopes } from './systems/scopes.ts'
export type { AgenciesTables } from './tables.ts'
