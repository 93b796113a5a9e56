import { z } from 'zod'
import { ledTeams, type Team, team } from '#modules/agencies'
import type { Work } from '#platform/db'
import { notFound, type Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { uuidParam } from '../frame/recordParams.ts'

/** Paths that begin with a team: /teams/:teamId ... */
export const teamParams = z.object({ teamId: uuidParam })

/** The team, when the acting person directs its work; otherwise what to answer. */
export async function ledTeam(
  work: Work,
  teamId: Uuid,
): Promise<{ readonly team: Team } | { readonly refusal: Reply }> {
  const found = await team(work, teamId)
  if (found === null) return { refusal: notFound }
  const led = await ledTeams(work, work.actor.id)
  if (led.some(({ id }) => id === teamId)) return { team: found }
  return { refusal: { kind: 'forbidden', ask: 'the manager of this team' } }
}
