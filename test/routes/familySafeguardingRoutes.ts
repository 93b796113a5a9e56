import { makeUuid, type Uuid } from '#platform/ids'

const nobody = makeUuid()
const base = '/families/:familyId/safeguarding'
const strand = '/strands/:strandId'

/** GET pages of a family's workbook, by what stands after it; ids of rows are nobody's. */
const pages: Readonly<Record<string, string>> = {
  '': '',
  '/strands/new': '/strands/new',
  [strand]: `/strands/${nobody}`,
  [`${strand}/change`]: `/strands/${nobody}/change`,
  [`${strand}/sessions/new`]: `/strands/${nobody}/sessions/new`,
  [`${strand}/sessions/:sessionId/correct`]: `/strands/${nobody}/sessions/${nobody}/correct`,
  [`${strand}/clinical-notes`]: `/strands/${nobody}/clinical-notes`,
  '/chapters': '/chapters',
  '/chapters/:chapter': '/chapters/social_work',
  '/chapters/:chapter/summary': '/chapters/social_work/summary',
  '/assessment': '/assessment',
  '/assessment/print': '/assessment/print',
  '/parenting': '/parenting',
  '/parenting/print': '/parenting/print',
  '/modules': '/modules',
  '/modules/new': '/modules/new',
  '/supervision': '/supervision',
  '/supervision/new': '/supervision/new',
  '/supervision/:supervisionId': `/supervision/${nobody}`,
  '/supervision/:supervisionId/change': `/supervision/${nobody}/change`,
  '/family': '/family',
  '/family/new': '/family/new',
  '/family/ask': '/family/ask',
  '/family/plan': '/family/plan',
  '/family/plan.pdf': '/family/plan.pdf',
  '/outcomes': '/outcomes',
  '/outcomes/new': '/outcomes/new',
}

export const safeguardingReadPaths: Readonly<Record<string, (familyId: Uuid) => string>> = Object.fromEntries(
  Object.entries(pages).map(([rest, path]) => [
    `${base}${rest}`,
    (familyId: Uuid) => `/families/${familyId}/safeguarding${path}`,
  ]),
)
