/** Pictures that stand beside a short sentence in Easy Read: drawn by us, of nobody. */
export const pictureNames = [
  'talk',
  'listen',
  'meeting',
  'home',
  'school',
  'doctor',
  'worry',
  'good',
  'safe',
  'plan',
  'visit',
  'calendar',
  'telephone',
  'letter',
  'help',
  'family',
] as const
export type PictureName = (typeof pictureNames)[number]

/** What each shows, for choosing among them. */
export const pictureWords: Readonly<Record<PictureName, string>> = {
  talk: 'Talking',
  listen: 'Listening',
  meeting: 'A meeting',
  home: 'Home',
  school: 'School',
  doctor: 'Doctor or health',
  worry: 'A worry',
  good: 'Going well',
  safe: 'Safe',
  plan: 'A plan',
  visit: 'A visit',
  calendar: 'A day',
  telephone: 'Telephone',
  letter: 'A letter',
  help: 'Help',
  family: 'Family',
}
