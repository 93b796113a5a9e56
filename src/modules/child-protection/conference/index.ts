// The door of conferences, for the module's own.
import type { Route } from '#platform/http'
import { meetingTabs } from '../meeting/index.ts'
import { adjournForm, correctionForm, viewForm, wordsForm } from './pages/conferenceForms.ts'
import { conferencePageRoutes } from './pages/conferenceRoutes.ts'
import { conferenceTab } from './pages/conferenceTab.ts'
import { decideForm } from './pages/decideForm.ts'
import { lineForm } from './pages/lineForm.ts'
import { notesForm } from './pages/notesForm.ts'
import { ownRoutes } from './pages/own/ownRoutes.ts'
import { ownTab } from './pages/own/ownTab.ts'
import { viewsForm } from './pages/own/viewsForm.ts'

export { conferenceClockSource } from './clocks/conferenceClockSource.ts'
export { conferenceMergeRules } from './conferenceMergeRules.ts'
export { isOnWeekend } from './rules/conference.ts'

meetingTabs.push(conferenceTab, ownTab)

/** Every page about conferences. */
export const conferenceRoutes: readonly Route[] = [
  ...conferencePageRoutes,
  ...wordsForm,
  ...viewForm,
  ...lineForm,
  ...adjournForm,
  ...correctionForm,
  ...decideForm,
  ...notesForm,
  ...ownRoutes,
  ...viewsForm,
]
