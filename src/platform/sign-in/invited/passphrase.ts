/** Three random words have about this many letters (National Cyber Security Centre, "Three random words"). */
const SHORTEST = 14
const LONGEST = 200

/** What people choose when asked for something long: a few, and what is made by repeating or counting. */
const COMMON = [
  'password',
  'passphrase',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'letmein',
  'welcome',
  'iloveyou',
  'changeme',
  'liverpool',
  'chelsea',
  'arsenal',
  'football',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'correcthorsebatterystaple',
  'safeguarding',
  'socialwork',
  'healthvisitor',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'kith',
  'nhs',
]

/** What is wrong with a passphrase that somebody chose, as a sentence; null when nothing is. */
export function objectionTo(chosen: string, email: string): string | null {
  const plain = chosen.normalize('NFKC').toLowerCase()
  if (plain.trim().length < SHORTEST) return `Passphrase must have ${SHORTEST} letters or more`
  if (chosen.length > LONGEST) return `Passphrase must have ${LONGEST} letters or fewer`
  const own = email
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(part => part.length > 3)
  const left = [...COMMON, ...own].reduce(
    (rest, word) => rest.replaceAll(word, ''),
    plain.replace(/\s+/g, ''),
  )
  const isGuessed = left.replace(/[\d\W_]/g, '').length < 6 || new Set(left).size < 6
  return isGuessed
    ? 'Choose a passphrase that is harder to guess: three words that have nothing to do with each other'
    : null
}
