import type { Family } from '../families/family.ts'
import type { Course } from '../practice/course.ts'
import type { Dice } from '../random/dice.ts'
import { fill, nameList } from './fill.ts'

type Kind = 'telephone' | 'message' | 'meeting' | 'other'
type Call = { readonly family: Family; readonly course: Course; readonly day: Temporal.PlainDate }

/** The words of a call, a message or a meeting between visits. */
export function callNote(dice: Dice, { family, course }: Call): { kind: Kind; body: string } {
  const [kind, texts] = dice.weighted<readonly [Kind, readonly string[]]>([
    [['telephone', calls], 52],
    [['message', messages], 26],
    [['meeting', meetings], 14],
    [['other', others], 8],
  ])
  const adult = family.adults[0]?.given ?? 'the parent'
  const one = dice.pick(course.children).given
  return {
    kind,
    body: fill(dice.pick(texts), {
      adult,
      one,
      children: nameList(course.children.map(({ given }) => given)),
    }),
  }
}

const calls = [
  'Rang {adult}. The week has gone well and there is nothing new. Visit confirmed.',
  '{adult} rang to say that the appointment at the surgery has been moved.',
  'School rang: {one} was late twice this week and came without a coat. I will talk about it at home.',
  'School rang: {one} has had a good week and read to the whole class.',
  'Spoke with the health visitor, who saw {one} on Tuesday. Growing well.',
  'The police officer rang with the outcome of the call-out on Saturday: no offence, words of advice.',
  '{adult} rang, upset about a letter. I explained what it means and what happens next.',
  'Grandmother rang. She can have {children} on Friday nights for now.',
  'Left a message for {adult} to ring me back.',
  'Rang the housing officer about the damp. A surveyor is coming next week.',
]
const messages = [
  'Message from {adult}: running late for the appointment, still coming.',
  'Email from the safeguarding lead with attendance for the half term.',
  'Sent {adult} the date of the next meeting and who will be there.',
  'Letter from the hospital about {one}: follow-up in three months.',
  'Message from {adult} to say thank you for the school shoes.',
]
const meetings = [
  'Met at school with {adult}, the class teacher and the school nurse. {one} is catching up in reading and has two friends.',
  'Network meeting. {adult}, grandmother and the practitioner came. Everyone knows their part until the next one.',
  'Talked with the practitioners of the team about the family. We agreed who sees whom this month.',
]
const others = [
  'Looked through the earlier record and brought the chronology up to date.',
  'Filled in the application for the holiday club with what {adult} told me.',
]
