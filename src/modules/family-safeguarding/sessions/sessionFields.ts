import type { Fields, FormValues } from '#modules/casework'
import { ticksOf } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { checkboxes, type Html, html } from '#ui'
import {
  codesOf,
  moment,
  momentValues,
  type Of,
  oneOf,
  oneOfMany,
  parseMoment,
  severalOf,
  text,
  type Words,
} from '../frame/fieldParts.ts'
import { changeTalkWords, type Session, sessionKinds } from './session.ts'
import type { NewSession } from './writeSession.ts'

const marks: Words = Object.fromEntries(Array.from({ length: 11 }, (_, mark) => [`${mark}`, `${mark}`]))

/** The fields of a session: what happened, what the person said, and, when they were used, the scale, change talk and modules. */
export function sessionFields(of: Of, modules: Words, others: Words): Html {
  return html`${moment('at', 'When was it?', of)}
${oneOf('kind', 'What was it?', sessionKinds, of)}
${text('words', 'What happened', of, 'Significant information in short: its effect on parenting and on the children. Clinical notes have a page of their own', 8)}
${text('ownWords', 'What the person said, in their own words (optional)', of)}
${Object.keys(others).length === 0 ? '' : severalOf('others', 'Who else was it about? (optional)', others, of)}
${oneOfMany('readiness', 'Readiness to change, from 0 to 10 (optional)', marks, of, 'Their own mark, not yours')}
${severalOf('changeTalk', 'Change talk that you heard (optional)', changeTalkWords, of)}
${severalOf('modules', 'Intervention modules (optional)', modules, of)}
${checkboxes({
  name: 'significant',
  idPrefix: 'significant',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Is it significant?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Significant entries stand in the chronology of everyone they are about' },
  items: [{ value: 'yes', text: 'Significant for the family’s story' }],
  values: ticksOf(of.values, 'significant'),
})}`
}

/** What a form begins with: now, or the session that it corrects. */
export const sessionValues = (session: Session | null, personId: Uuid): FormValues =>
  session === null
    ? { kind: 'session' }
    : {
        ...momentValues('at', session.at),
        kind: session.kind,
        words: session.words,
        ownWords: session.ownWords ?? '',
        others: session.personIds.filter(id => id !== personId),
        readiness: session.readiness === null ? '' : `${session.readiness}`,
        changeTalk: [...session.changeTalk],
        modules: session.modules.map(String),
        significant: session.isSignificant ? 'yes' : '',
      }

type About = {
  readonly personId: Uuid
  readonly others: Words
  readonly modules: Words
  readonly now: Temporal.Instant
  readonly submission: Uuid
}

export function parseSession(
  fields: Fields,
  { personId, others, modules, now, submission }: About,
): NewSession | null {
  const at = parseMoment(fields, 'at', 'The session', now)
  const kind = fields.choice('kind', codesOf(sessionKinds), 'Select what it was')
  const words = fields.text('words', 100_000, 'Enter what happened')
  const ownWords = fields.text('ownWords', 10_000)
  const typed = fields.typed('readiness')
  const readiness =
    typed === '' ? null : fields.choice('readiness', codesOf(marks), 'Select a mark from 0 to 10')
  const changeTalk = codesOf(changeTalkWords).filter(code => fields.isTicked('changeTalk', code))
  if (kind === 'attempted' && (readiness !== null || changeTalk.length > 0))
    fields.problem('kind', 'Nobody was met: remove the mark and the change talk, or select what was held')
  if (at === null || kind === null || words === null || fields.issues.length > 0) return null
  return {
    at,
    kind,
    words,
    ownWords,
    isSignificant: fields.isTicked('significant', 'yes'),
    readiness: readiness === null ? null : Number(readiness),
    changeTalk,
    modules: codesOf(modules)
      .filter(code => fields.isTicked('modules', code))
      .map(Number),
    personIds: [personId, ...(codesOf(others).filter(id => fields.isTicked('others', id)) as Uuid[])], // keys are ids
    submission,
  }
}
