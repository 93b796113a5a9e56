import { at } from '../chronicle/moments.ts'
import { personaOf } from '../stories/story.ts'
import type { Teller } from '../teller.ts'
import type { County } from './county.ts'

/** Sessions of the first school's lead: how many days ago, and what was spoken of. */
const sessions = [
  [116, ['Thresholds, and when to refer', 'Information sharing and records']],
  [74, ['Neglect']],
  [31, ['Domestic abuse', 'The lead’s own wellbeing and load']],
] as const

/** What was agreed at the last two: the first is done, the others wait. */
const agreed = [
  { of: 1, what: 'Put the threshold guide into the staff handbook', owner: 'lead', due: 40, done: 45 },
  {
    of: 2,
    what: 'Show the deputy how an Operation Encompass notice is read',
    owner: 'lead',
    due: 3,
    done: null,
  },
  { of: 2, what: 'Send the paper on neglect and attendance', owner: 'supervisor', due: -11, done: null },
] as const

/** Tells of a manager who supervises the first school's lead, and of a social worker who is on site there two days a week. */
export function tellSchools({ chronicle, today, ...teller }: Teller, county: County): void {
  const [school] = county.agencies.schools
  if (school === undefined) return
  const dice = teller.dice.fork('support of schools') // nobody else’s chances change
  const lead = personaOf(county, 'safeguardingLead').id
  const supervisor = personaOf(county, 'teamManager').id
  const ago = (days: number) => today.subtract({ days })
  const ids = sessions.map(([days, themes]) => {
    const id = dice.id()
    const held_on = ago(days)
    const told = {
      id,
      school_id: school.id,
      lead_id: lead,
      supervisor_id: supervisor,
      held_on,
      themes: [...themes],
    }
    chronicle.tell('lead_supervision', at(held_on, '16:10'), told)
    return id
  })
  for (const { of, what, owner, due, done } of agreed) {
    const held = sessions[of][0]
    const action = {
      id: dice.id(),
      session_id: ids[of] ?? dice.id(),
      school_id: school.id,
      what,
      owner,
      due_on: ago(due),
    }
    const doneOn = done === null ? null : ago(done)
    const change = doneOn === null ? [] : [[at(doneOn, '12:00'), { done_on: doneOn, done_by: lead }] as const]
    chronicle.tell('lead_supervision_action', at(ago(held), '16:15'), action, ...change)
  }
  chronicle.tell('school_placement', at(ago(210), '09:00'), {
    id: dice.id(),
    school_id: school.id,
    worker_id: personaOf(county, 'socialWorker').id,
    days: ['tuesday', 'thursday'],
    started_on: ago(205),
  })
}
