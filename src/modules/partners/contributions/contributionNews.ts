import type { ChildNews } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { askedOfMe } from '../requests/requests.ts'
import { pathOf } from './pages/contributionHtml.ts'
import { askedOf } from './queries/unread.ts'

/** What the reader is asked: what they know, or a correction. */
export const contributionNews: ChildNews = async work =>
  new Map([
    ...(await askedOf(work, work.actor.id)).map(({ personId }) =>
      news(personId, 'A correction is asked of you'),
    ),
    ...(await askedOfMe(work, work.actor.id)).map(({ personId }) =>
      news(personId, 'You are asked what you know'),
    ),
  ])

const news = (personId: Uuid, text: string) => [personId, { text, href: pathOf(personId) }] as const
