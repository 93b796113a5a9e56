import type { Dice } from '../random/dice.ts'

const little = [
  'I got a new bed. It has rockets.',
  'Mummy makes the best pancakes.',
  'I don’t like the shouting. I put my hands on my ears.',
  'Nursery is good. I did a painting of our cat.',
  'I sleep with the light on.',
  'Daddy came and we went to the park.',
]
const young = [
  'School is okay. My friend moved away, so it is a bit lonely at playtime.',
  'I like it when it is just us and nobody is cross.',
  'I worry when mum is in bed all day. I make my own sandwich.',
  'I want you to tell them to stop arguing.',
  'We had tea together at the table. That was the best bit.',
  'I would change having to move house. I would keep my dog.',
  'Nan picks me up on Fridays and we get chips.',
  'On a scale I am a seven. Last time I was a four.',
]
const older = [
  'It’s better than it was. I still listen out at night, though.',
  'I’m fine. People keep asking me if I’m fine.',
  'I want to be told things before they happen, not after.',
  'I look after the little ones because somebody has to. I don’t mind, but I miss training.',
  'Nobody at school knows and I want it to stay like that.',
  'If dad comes back I’m going to my aunt’s. I told mum that.',
  'The meetings are long. Can I send a message instead of sitting there?',
  'I know who to ring now. I put the number in my phone.',
]

/** What a child of this age said, in the child's words. */
export function childWords(dice: Dice, age: number): string {
  return dice.pick(age < 6 ? little : age < 11 ? young : older)
}

const ofBabies = [
  '{name} was awake and alert, followed faces and settled quickly when picked up.',
  '{name} was asleep in the cot, on the back, nothing loose in it.',
  '{name} crawled between the two of us and laughed; clean and dressed for the weather.',
]
const ofChildren = [
  '{name} was chatty and showed the work done at school this week.',
  '{name} was quiet at first and joined in once we got the cards out.',
  '{name} looked tired and said so; bedtime has been late.',
  '{name} was well dressed and had eaten; no marks seen.',
  '{name} stayed close to the adults and watched who came and went.',
]

/** What was observed of a child of this age. */
export function observationsOf(dice: Dice, age: number, name: string): string {
  return dice.pick(age < 3 ? ofBabies : ofChildren).replace('{name}', name)
}
