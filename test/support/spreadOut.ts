import { turnOf } from './turn.ts'

/**
 * Test files of some ten seconds and more. An everyday run takes a third of them, the next days' the others: together they would
 * take a run beyond its fifteen minutes on two cores. A run that names files or folders takes what it names.
 */
export const longFiles = [
  'src/platform/embedded/startEmbedded.test.ts',
  'src/platform/backup/backup.test.ts',
  'test/journeys/workbook.test.ts',
  'test/journeys/conference.test.ts',
  'src/modules/migration/commands/importCensus.property.test.ts',
  'test/faults/commands.test.ts',
  'test/oracle/walls.test.ts',
  'test/journeys/sharing.test.ts',
  'test/journeys/assessment.test.ts',
  'src/main/commands/backupFiles.test.ts',
  'test/journeys/enquiry.test.ts',
  'test/journeys/portal.test.ts',
  'src/main/demo/hospital/protectionInformation.test.ts',
  'src/main/demo/hospital/hospital.test.ts',
  'test/journeys/documents.test.ts',
  'test/journeys/workforce.test.ts',
  'test/journeys/frontDoor.test.ts',
  'test/journeys/supervision.test.ts',
  'test/journeys/longPrint.test.ts',
  'src/main/web/prints/prints.test.ts',
  'test/journeys/tried.test.ts',
  'test/journeys/preProceedings.test.ts',
  'test/journeys/protectionPlans.test.ts',
  'src/modules/people/merging/mergeChains.test.ts',
  'test/journeys/missing.test.ts',
  'test/faults/staleForms.test.ts',
  'src/modules/migration/census/memory.test.ts',
  'test/journeys/schoolLead.test.ts',
  'test/journeys/strategyDiscussion.test.ts',
  'test/journeys/businessSupport.test.ts',
  'src/main/demo/makeDemo.test.ts',
  'test/oracle/faults.test.ts',
  'test/faults/crash.test.ts',
  'test/oracle/properties.test.ts',
  'test/routes/search.test.ts',
  'test/oracle/randomWorld.test.ts',
  'test/faults/line.test.ts',
  'src/main/web/invited/invited.test.ts',
  'src/modules/family-portal/portal/signIn.test.ts',
  'src/modules/child-protection/sharing/composePack.test.ts',
  'src/main/commands/knownAt.test.ts',
  'test/journeys/hospital.test.ts',
  'test/journeys/managersMorning.test.ts',
  'src/ui/scripts/browser.test.ts',
  'test/journeys/merging.test.ts',
  'src/platform/db/roles.test.ts',
  'test/journeys/invited.test.ts',
  'test/routes/walls.test.ts',
  'test/journeys/drawings.test.ts',
  'test/journeys/partners.test.ts',
] as const

/** Over so many days the long files are spread. */
export const DAYS = 3

/** @param args of the runner; @returns the long files that this run leaves to another day */
export function leftToAnotherDay(args: readonly string[]): readonly string[] {
  const names = args.filter(arg => !arg.startsWith('-') && arg !== 'run')
  const today = new Set<string>(turnOf(longFiles, DAYS))
  return names.length > 0 ? [] : longFiles.filter(file => !today.has(file))
}
