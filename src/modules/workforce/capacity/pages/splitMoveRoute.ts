import { z } from 'zod'
import { recordWriters, uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { plural } from '#ui'
import { type Moved, managesInto, moveChildren } from '../commands/moveChildren.ts'
import { readSplits } from '../queries/readSplits.ts'
import { type Refused, splitPage } from './splitPage.ts'

/** The children that the page named. */
const idsOf = (sent: unknown): readonly Uuid[] => [
  ...new Set([sent].flat().flatMap(id => (typeof id === 'string' ? (parseUuid(id) ?? []) : []))),
]

async function refusal(work: Work, moved: Exclude<Moved, { outcome: 'done' }>): Promise<Refused> {
  if (moved.outcome === 'no_manager')
    return {
      status: 422,
      text: 'Nothing was asked: the new team has no manager who could answer. An administrator puts one into post first.',
    }
  const names = (await personSummaries(work, moved.personIds)).map(({ displayName }) => displayName)
  const unseen = moved.personIds.length - names.length
  const who = [...names, ...(unseen > 0 ? [`${unseen} whom you may not see`] : [])].join(', ')
  return {
    status: 409,
    text: `Nothing was asked: since you opened this page somebody else moved or asked for ${who}. It shows what stands now. Ask again for those who are left.`,
  }
}

function sentence({ asked, moved }: Extract<Moved, { outcome: 'done' }>): string {
  const waits = `${plural(asked, 'child waits', 'children wait')} for the new team’s answer`
  if (moved === 0) return `The transfers have been asked for: ${waits}`
  const went = `${plural(moved, 'child is', 'children are')} with the new team now`
  return asked === 0 ? went : `${went}, ${waits}`
}

/** Asks for the transfers of a split, or carries them out, all in one act. */
export const splitMoveRoute = route({
  method: 'POST',
  admits: recordWriters,
  purpose: 'casework',
  url: '/workforce/splits/:splitId/transfers',
  params: z.object({ splitId: uuidParam }),
  summary: 'Ask for the transfers of the children of a split',
  async handle({ work, params, sent, form }): Promise<Reply> {
    const [split] = await readSplits(work, params.splitId)
    if (split === undefined || split.status !== 'planned' || split.intoTeamId === null) return notFound
    const { child, act } = sent
    const ids = idsOf(child)
    if (ids.length === 0)
      return await splitPage(work, split, form, { status: 422, text: 'No child was named. Ask again.' })
    const moved = await moveChildren(work, split, ids, act === 'take' && (await managesInto(work, split)))
    if (moved.outcome !== 'done') return await splitPage(work, split, form, await refusal(work, moved))
    return { kind: 'redirect', location: `/workforce/splits/${split.id}`, success: sentence(moved) }
  },
})
