import type { Route } from '#platform/http'
import { answerRoutes } from './pages/answersForm.ts'
import { boardRoute } from './pages/boardRoute.ts'
import { copyRoutes } from './pages/copyRoutes.ts'
import { decideRoutes } from './pages/decideRoutes.ts'
import { documentRoutes } from './pages/documentRoutes.ts'
import { meetingPaperRoutes } from './pages/meetingPapers.ts'
import { paperRoutes } from './pages/paperRoutes.ts'
import { partRoutes } from './pages/partForm.ts'
import { previewRoutes } from './pages/previewRoutes.ts'
import { sendRoutes } from './pages/sendRoutes.ts'
import { translationRoutes } from './pages/translationForm.ts'
import { wallRoutes } from './pages/wallRoutes.ts'

/** Every page of papers, copies, answers and walls. */
export const sharingRoutes: readonly Route[] = [
  boardRoute,
  ...meetingPaperRoutes,
  ...paperRoutes,
  ...documentRoutes,
  ...partRoutes,
  ...translationRoutes,
  ...decideRoutes,
  ...previewRoutes,
  ...copyRoutes,
  ...sendRoutes,
  ...answerRoutes,
  ...wallRoutes,
]
