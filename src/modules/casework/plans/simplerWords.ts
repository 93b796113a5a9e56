/** Words of our trade in what a family is to read, each with plainer ones. */
const simpler: Readonly<Record<string, string>> = {
  accommodation: 'a place to live',
  adhere: 'keep to',
  appropriate: 'right',
  assessment: 'finding out what is needed',
  attachment: 'feeling close',
  boundaries: 'clear rules',
  caregiver: 'the person who looks after you',
  commence: 'start',
  consistently: 'every time',
  developmental: 'growing and learning',
  disclose: 'tell',
  dysregulated: 'very upset',
  emotional: 'about feelings',
  engage: 'take part',
  engagement: 'taking part',
  ensure: 'make sure',
  facilitate: 'help',
  identify: 'find',
  implement: 'start',
  intervention: 'help',
  liaise: 'talk with',
  monitor: 'check',
  multi: 'many',
  parental: 'of parents',
  prior: 'before',
  provision: 'help',
  referral: 'asking for help',
  regarding: 'about',
  resilience: 'coping when things are hard',
  safeguarding: 'keeping safe',
  stakeholders: 'people',
  strategies: 'ways',
  support: 'help',
  supervise: 'watch over',
  undertake: 'do',
  utilise: 'use',
}

/** @returns the words of a text that could be plainer, with what to write instead; each once, as they come */
export function simplerWords(text: string): readonly { readonly word: string; readonly instead: string }[] {
  const words = new Set((text.match(/\p{L}+/gu) ?? []).map(word => word.toLowerCase()))
  return [...words].flatMap(word => {
    const instead = simpler[word]
    return instead === undefined ? [] : [{ word, instead }]
  })
}
