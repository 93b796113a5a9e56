/** Whom a template is written for. */
export type LetterAudience = 'family' | 'professional'

/** A kind of letter: words to begin from. {…} is filled from the record; […] is for the writer to fill. */
export type LetterTemplate = {
  readonly id: string
  readonly name: string
  readonly audience: readonly LetterAudience[]
  readonly subject: string
  readonly text: string
}

const closingLines = 'Yours sincerely,\n{worker}\n{team}'

/** Every template, the commonest first. Plain words: parents with little English or little time read them. */
export const letterTemplates: readonly LetterTemplate[] = [
  {
    id: 'appointment',
    name: 'Appointment',
    audience: ['family'],
    subject: 'Meeting us',
    text: `Dear {recipient},\n\nI would like to meet you about {child}.\n\nDate and time: [date and time]\nPlace: [place]\n\nWe will talk about how things are for {child}, and what could help. You may bring somebody to support you. Please tell me if you need an interpreter, or if the time does not suit you.\n\nYou can reach me on {telephone}.\n\n${closingLines}`,
  },
  {
    id: 'assessment_outcome',
    name: 'Outcome of an assessment',
    audience: ['family'],
    subject: 'What our assessment found',
    text: `Dear {recipient},\n\nThank you for talking with us about {child}. This letter tells you what our assessment found and what happens next.\n\nWhat is going well:\n[strengths]\n\nWhat we are worried about:\n[worries]\n\nWhat happens next:\n[next steps, with dates]\n\nIf something here is wrong, or you disagree, tell me. I will write down what you say. You can reach me on {telephone}.\n\n${closingLines}`,
  },
  {
    id: 'plan_shared',
    name: 'Sharing the plan',
    audience: ['family', 'professional'],
    subject: 'The plan',
    text: `Dear {recipient},\n\nHere is the plan for {child} that we agreed on [date].\n\nWhat should change, who does what and by when:\n[plan]\n\nWe will look at it together on [date of the review]. You can reach me on {telephone}.\n\n${closingLines}`,
  },
  {
    id: 'closing',
    name: 'Ending our work',
    audience: ['family', 'professional'],
    subject: 'Our work is ending',
    text: `Dear {recipient},\n\nWe have stopped working with {child} because [reason].\n\nWhat was achieved:\n[what changed]\n\nWho can help from now on:\n[service, with telephone number]\n\nIf you are worried about a child, you can reach us again on {telephone}.\n\n${closingLines}`,
  },
  {
    id: 'before_proceedings',
    name: 'Letter before proceedings, with an offer of a family meeting',
    audience: ['family'],
    subject: 'We are thinking of going to court about your child',
    text: `Dear {recipient},\n\nThis letter is important. We are so worried about {child} that we may ask the family court to decide what happens. We have not asked yet. We want to work with you so that we do not need to. Please take this letter to a solicitor now: the advice is free for parents.\n\nWhat we are worried about:\n[worries]\n\nWhat is going well:\n[strengths]\n\nWhat has been done to help:\n[support so far]\n\nWhat needs to change, and by when:\n[what must change, with dates]\n\nA family group decision making meeting\nWe offer your family a meeting of its own, where you and those close to {child} make a plan to keep {child} safe. Somebody who does not work on the case helps to arrange it. Tell us yes or no by [date].\n\nOur meeting with you and your solicitor:\n[date, time and place]\n\nBring this letter and [list of documents]. Tell me if you need an interpreter or any help to come. You can reach me on {telephone}.\n\n${closingLines}`,
  },
  {
    id: 'before_proceedings_only',
    name: 'Letter before proceedings, without an offer of a family meeting',
    audience: ['family'],
    subject: 'We are thinking of going to court about your child',
    text: `Dear {recipient},\n\nThis letter is important. We are so worried about {child} that we may ask the family court to decide what happens. We have not asked yet. We want to work with you so that we do not need to. Please take this letter to a solicitor now: the advice is free for parents.\n\nWhat we are worried about:\n[worries]\n\nWhat is going well:\n[strengths]\n\nWhat has been done to help:\n[support so far]\n\nWhat needs to change, and by when:\n[what must change, with dates]\n\nOur meeting with you and your solicitor:\n[date, time and place]\n\nBring this letter and [list of documents]. Tell me if you need an interpreter or any help to come. You can reach me on {telephone}.\n\n${closingLines}`,
  },
  {
    id: 'intent_to_issue',
    name: 'Letter of intent to go to court',
    audience: ['family'],
    subject: 'We are going to court about your child',
    text: `Dear {recipient},\n\nWe have decided to ask the family court to make an order about {child}. We shall send the application on [date].\n\nWhy we decided this:\n[reasons]\n\nWhat happens next:\n[what happens, with dates]\n\nPlease take this letter to your solicitor now. You can reach me on {telephone}.\n\n${closingLines}`,
  },
  {
    id: 'professional',
    name: 'To a professional',
    audience: ['professional'],
    subject: 'A child we both work with',
    text: `Dear {recipient},\n\nI am writing about {child_full}, born {born}, whom we both work with.\n\n[what you need to tell or ask]\n\nPlease share this only with those who need it to keep the child safe and well. You can reach me on {telephone}.\n\n${closingLines}`,
  },
]

/** @returns the template, or null when there is none of the name */
export const letterTemplate = (id: string): LetterTemplate | null =>
  letterTemplates.find(template => template.id === id) ?? null

/** Fills {…} from the record; what is not known becomes a gap for the writer: [telephone]. */
export const fillTemplate = (text: string, facts: Readonly<Record<string, string | null>>): string =>
  text.replace(/\{([a-z_]+)\}/g, (_, name: string) => facts[name] ?? `[${name.replaceAll('_', ' ')}]`)

/** Gaps that the writer has still to fill, as they stand in the text. */
export const gapsIn = (text: string): readonly string[] => [
  ...new Set(text.match(/\[[^\]\n]{2,80}\]/g) ?? []),
]
