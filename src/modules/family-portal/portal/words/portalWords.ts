import type { AskedMeeting } from '../queries/readMeetings.ts'

type ReadsAs = 'adult' | 'young_person' | 'child'

const meetings: Readonly<Record<string, string>> = {
  initial: 'A meeting about how to keep the children safe',
  review: 'A meeting to see how the plan is going',
  transfer_in: 'A meeting about how to keep the children safe, because you have moved',
  pre_birth: 'A meeting about how to keep your baby safe',
  core_group: 'A meeting to see that the plan is being done',
}

const meetingsForChildren: Readonly<Record<string, string>> = {
  initial: 'A meeting about how to keep you safe',
  review: 'A meeting to see how things are going for you',
  transfer_in: 'A meeting about how to keep you safe in your new place',
  pre_birth: 'A meeting about the baby',
  core_group: 'A meeting to see that people do what they said',
}

/** What a meeting is, in plain words. */
export const meetingWords = (kind: string, readsAs: ReadsAs): string =>
  (readsAs === 'adult' ? meetings : meetingsForChildren)[kind] ?? 'A meeting'

const ways: Readonly<Record<AskedMeeting['how'], string>> = {
  in_person: 'Everybody is in one room.',
  online: 'It is on a video call.',
  mixed: 'Some people are in the room and some are on a video call.',
  telephone: 'It is on the telephone.',
}

export const howWords = (how: AskedMeeting['how']): string => ways[how]

/** How long, in words: "an hour and a half" is shorter to read than 90 minutes. */
export function lengthWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const whole = hours === 1 ? 'an hour' : `${hours} hours`
  if (rest === 0) return whole
  return rest === 30
    ? `${hours === 1 ? 'an hour and a half' : `${hours} and a half hours`}`
    : `${whole} and ${rest} minutes`
}

/** What somebody said, as it is told back to them. */
export const saidWords: Readonly<Record<string, string>> = {
  agrees: 'I agree',
  disagrees: 'I do not agree',
  comment: 'I say',
  own_words: 'In my own words',
  wants_from_meeting: 'What I want from the meeting',
  wants_advocate: 'I want somebody to help me say what I think',
  wants_interpreter: 'I need an interpreter',
  understood: 'I understand this',
  not_understood: 'I do not understand this yet',
}

/** Weekday, day, month: "Tuesday 8 April 2026". */
export function dayWords(day: Temporal.PlainDate): string {
  const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const months =
    'January February March April May June July August September October November December'.split(' ')
  return `${weekdays[day.dayOfWeek - 1]} ${day.day} ${months[day.month - 1]} ${day.year}`
}

export const londonDay = (at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO('Europe/London').toPlainDate()
