import type { Joint } from './shapes.ts'

/** The measures of a body that stands or lies with its arms a little out; its left half, the other is the same. */
export type Measures = {
  readonly width: number
  readonly height: number
  readonly head: { readonly y: number; readonly rx: number; readonly ry: number }
  readonly neck: { readonly half: number; readonly bottom: number }
  readonly shoulder: Joint
  readonly elbow: Joint
  readonly wrist: Joint
  readonly fingers: Joint
  readonly hip: Joint
  readonly knee: Joint
  readonly ankle: Joint
  readonly toes: Joint
  /** How far from the middle the trunk reaches at the chest, the waist and the hips, and where these are. */
  readonly trunk: readonly (readonly [half: number, y: number])[]
  readonly waist: number
  readonly hipLine: number
  readonly bottom: number
}

const joint = (x: number, y: number, half: number): Joint => ({ at: [x, y], half })

/** Of a child who stands. */
export const child: Measures = {
  width: 260,
  height: 520,
  head: { y: 46, rx: 27, ry: 35 },
  neck: { half: 11, bottom: 98 },
  shoulder: joint(84, 114, 14),
  elbow: joint(62, 190, 11),
  wrist: joint(46, 258, 8),
  fingers: joint(38, 298, 9),
  hip: joint(107, 268, 23),
  knee: joint(104, 366, 16),
  ankle: joint(104, 462, 9),
  toes: joint(94, 492, 11),
  trunk: [
    [14, 92],
    [44, 102],
    [44, 130],
    [38, 175],
    [36, 205],
    [42, 240],
    [45, 268],
    [20, 290],
  ],
  waist: 178,
  hipLine: 236,
  bottom: 300,
}

/** Of a baby who lies. */
export const infant: Measures = {
  width: 260,
  height: 380,
  head: { y: 66, rx: 44, ry: 52 },
  neck: { half: 15, bottom: 128 },
  shoulder: joint(86, 144, 15),
  elbow: joint(56, 182, 13),
  wrist: joint(34, 212, 10),
  fingers: joint(22, 234, 10),
  hip: joint(104, 250, 24),
  knee: joint(80, 300, 18),
  ankle: joint(88, 346, 12),
  toes: joint(74, 362, 11),
  trunk: [
    [18, 120],
    [46, 132],
    [48, 160],
    [48, 200],
    [48, 230],
    [48, 256],
    [20, 276],
  ],
  waist: 196,
  hipLine: 232,
  bottom: 284,
}
