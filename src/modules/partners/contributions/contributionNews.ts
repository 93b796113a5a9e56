import type { ChildNews } from '#modules/casework'
import { pathOf } from './pages/contributionHtml.ts'
import { askedOf } from './queries/unread.ts'

/** Corrections for which somebody asks the reader. */
export const contributionNews: ChildNews = async work =>
  new Map(
    (await askedOf(work, work.actor.id)).map(({ personId }) => [
      personId,
      { text: 'A correction is asked of you', href: pathOf(personId) },
    ]),
  )
