/** Reflection against one of the authority's prompts, with the prompt as it stood. */
export type Reflection = { readonly prompt: string; readonly answer: string }

/** Development of practice, as it was written in a session. */
export type PracticeHalf = {
  readonly learning: string | null
  readonly skills: string | null
  readonly strengths: string | null
  readonly reflection: readonly Reflection[]
}

export const noPractice: PracticeHalf = { learning: null, skills: null, strengths: null, reflection: [] }

/** Whether anything of the practice half is written: the database asks the same before a session is complete. */
export function hasPractice({ learning, skills, strengths, reflection }: PracticeHalf): boolean {
  const texts = [learning, skills, strengths, ...reflection.map(({ answer }) => answer)]
  return texts.some(text => text !== null && /\S/.test(text))
}
