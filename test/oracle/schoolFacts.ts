import { idOf } from './idOf.ts'
import { ofSchool, organisationAt, schoolAt } from './partnerFacts.ts'
import { teamAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import { dated } from './sketchDates.ts'
import type { World } from './world.ts'

/** @returns who gave which lead of which school a session; nobody gives themself one. */
export function leadSessionsOf(sketch: Sketch): World['leadSessions'] {
  return sketch.schools.map(one => {
    const lead = ofSchool(sketch, one.school, one.lead)
    const isSame = (lead - one.supervisor) % sketch.workers.length === 0
    return {
      schoolId: organisationAt(sketch, schoolAt(one.school)),
      leadId: workerAt(sketch, lead),
      supervisorId: workerAt(sketch, isSame ? one.supervisor + 1 : one.supervisor),
    }
  })
}

/** @returns the posts of both. */
export function postsOfLeads(sketch: Sketch, today: Temporal.PlainDate): World['posts'] {
  const sessions = leadSessionsOf(sketch)
  return sketch.schools.flatMap((one, at) => {
    const session = sessions[at]
    if (session === undefined) return []
    const teamId = teamAt(sketch, one.team)
    const leads = one.role === 'service_leader'
    const of = leads ? { teamId: null, areaId: idOf(sketch.salt, 'area', 0) } : { teamId, areaId: null }
    const post = (place: number) => ({ id: idOf(sketch.salt, 'reader', 200 + at * 2 + place) })
    return [
      { ...post(0), workerId: session.supervisorId, ...of, role: one.role, ...dated(one.inPost, today) },
      {
        ...{ ...post(1), workerId: session.leadId, teamId, areaId: null },
        ...{ role: 'designated_safeguarding_lead', ...dated(one.asLead, today) },
      },
    ]
  })
}
