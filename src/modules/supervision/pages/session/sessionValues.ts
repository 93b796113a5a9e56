import { dayValues, type FormValues } from '#modules/casework'
import type { DraftDifference } from '#platform/drafts'
import type { SessionGrounds } from './parseSession.ts'

/** What the form says of the session as it stands. */
export function stored({ session, prompts }: SessionGrounds): FormValues {
  const { practice } = session
  const answers = new Map(practice.reflection.map(({ prompt, answer }) => [prompt, answer]))
  return {
    kind: session.kind,
    ...dayValues('held', session.heldOn),
    ...dayValues('next', session.nextOn),
    learning: practice.learning ?? '',
    skills: practice.skills ?? '',
    strengths: practice.strengths ?? '',
    no_children: session.noChildrenReason ?? '',
    ...Object.fromEntries(prompts.map((prompt, at) => [`reflection_${at}`, answers.get(prompt) ?? ''])),
  }
}

/** The supervisee’s own view is not part of it: they may write it meanwhile. */
export const versionOf = (grounds: SessionGrounds) => [
  stored(grounds),
  grounds.directions.map(({ id }) => id),
]

/** Both texts of each field that somebody else changed meanwhile. */
export function differences(sent: FormValues, grounds: SessionGrounds): readonly DraftDifference[] {
  const now: FormValues = stored(grounds)
  const labels: Readonly<Record<string, string>> = {
    learning: 'What was learned since last time',
    skills: 'Skills to build, and how',
    strengths: 'Strengths seen',
    no_children: 'Why is no child discussed?',
    ...Object.fromEntries(grounds.prompts.map((prompt, at) => [`reflection_${at}`, prompt])),
  }
  const text = (of: FormValues, name: string) => (typeof of[name] === 'string' ? of[name] : '')
  return Object.entries(labels).map(([name, label]) => ({
    label,
    yours: text(sent, name),
    other: text(now, name),
  }))
}
