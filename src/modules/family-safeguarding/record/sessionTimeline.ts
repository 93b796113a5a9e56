import type { TimelineSource } from '#modules/casework'
import { londonDate } from '#reference'
import { strandPath } from '../frame/familyParams.ts'
import { workWords } from '../rules/words.ts'
import { sessionKinds } from '../sessions/session.ts'
import { significantSessions } from '../sessions/sessionsOf.ts'

/** Significant sessions in the chronology of everyone they are about; who may not read the team's work of one of them sees none. */
export const sessionTimeline: TimelineSource = {
  name: 'family-safeguarding',
  async entries(work, personIds) {
    const asked = new Set(personIds)
    return (await significantSessions(work, personIds)).flatMap(session =>
      session.personIds
        .filter(id => asked.has(id))
        .map(personId => ({
          personId,
          on: londonDate(session.at),
          at: session.at,
          title: `${sessionKinds[session.kind]}: ${workWords(session).toLowerCase()}`,
          text: session.words,
          source: `Session by ${session.authorName}`,
          isSignificant: true,
          href: strandPath(session),
        })),
    )
  },
}
