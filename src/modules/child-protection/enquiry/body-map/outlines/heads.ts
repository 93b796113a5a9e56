import {
  box,
  type Guide,
  mirrored,
  mirroredShape,
  type Outline,
  places,
  type Region,
  type Shape,
} from './shapes.ts'

const WIDTH = 260
const HEIGHT = 300
const MIDDLE = WIDTH / 2

const ear = (x: number): Shape => ({ kind: 'ellipse', at: [x, 140], rx: 12, ry: 22 })
const faced: readonly Shape[] = [
  { kind: 'ellipse', at: [MIDDLE, 130], rx: 80, ry: 104 },
  { kind: 'polygon', points: box(MIDDLE - 38, 190, MIDDLE + 38, 288) },
  ear(48),
  ear(WIDTH - 48),
]

const region = (code: string, words: string, points: Region['points']): Region => ({ code, words, points })

/** The same on both sides of a face that looks at us: the child's right is at our left. */
const both = (code: string, words: string, points: Region['points'], near = 'right', far = 'left') => [
  region(`${near}_${code}`, `${near === 'right' ? 'Right' : 'Left'} ${words}`, points),
  region(`${far}_${code}`, `${far === 'right' ? 'Right' : 'Left'} ${words}`, mirrored(points, WIDTH)),
]

const front: Outline = {
  code: 'head_front',
  words: 'Head, front',
  width: WIDTH,
  height: HEIGHT,
  silhouette: faced,
  regions: [
    region('forehead', 'Forehead', box(45, 20, 215, 98)),
    ...both('eye', 'eye', box(72, 98, 116, 140)),
    ...both('temple', 'temple', box(45, 98, 72, 140)),
    ...both('cheek', 'cheek', box(45, 140, 108, 198)),
    region('nose', 'Nose', box(108, 98, 152, 170)),
    region('mouth', 'Mouth and lips', box(96, 170, 164, 206)),
    region('chin', 'Chin and jaw', places('50,198 96,198 96,206 164,206 164,198 210,198 200,236 60,236')),
    region('neck', 'Neck', box(88, 236, 172, 290)),
    ...both('ear', 'ear', box(34, 112, 54, 168)),
  ],
  guides: [
    {
      points: places('80,122 94,116 108,122 94,127'),
      isClosed: true,
    },
    {
      points: places('152,122 166,116 180,122 166,127'),
      isClosed: true,
    },
    {
      points: places('130,120 121,158 138,160'),
    },
    {
      points: places('106,190 130,184 154,190 130,198'),
      isClosed: true,
    },
  ],
  sides: ['Right', 'Left'],
}

const back: Outline = {
  code: 'head_back',
  words: 'Head, back',
  width: WIDTH,
  height: HEIGHT,
  silhouette: faced,
  regions: [
    ...both('crown', 'upper back of the head', box(45, 20, MIDDLE, 120), 'left', 'right'),
    ...both('lower_back_of_head', 'lower back of the head', box(45, 120, MIDDLE, 214), 'left', 'right'),
    region('back_of_neck', 'Back of the neck', box(88, 214, 172, 290)),
    ...both('behind_ear', 'ear, behind', box(34, 112, 60, 168), 'left', 'right'),
  ],
  guides: [],
  sides: ['Left', 'Right'],
}

/** A head that looks to our left: its left side is seen. */
const profile: readonly Shape[] = [
  { kind: 'ellipse', at: [142, 118], rx: 92, ry: 92 },
  {
    kind: 'polygon',
    points: places('58,96 54,128 36,158 54,168 50,186 58,196 54,214 76,232 120,226 150,190'),
  },
  {
    kind: 'polygon',
    points: places('112,190 206,170 214,288 120,288'),
  },
]

const profileRegions: readonly (readonly [code: string, words: string, points: Region['points']])[] = [
  ['top_of_head', 'Top of the head', box(92, 20, 240, 76)],
  ['forehead', 'Forehead', places('44,60 92,24 92,112 48,112')],
  ['eye', 'Eye', box(48, 112, 92, 142)],
  ['nose', 'Nose', box(30, 142, 66, 172)],
  ['cheek', 'Cheek', box(66, 142, 128, 196)],
  ['mouth', 'Mouth and lips', box(40, 172, 66, 204)],
  ['jaw', 'Chin and jaw', places('46,204 66,196 140,196 130,236 60,236')],
  ['temple', 'Temple', box(92, 76, 140, 142)],
  ['back_of_head', 'Back of the head', box(170, 76, 240, 196)],
  ['neck', 'Neck, side', box(110, 208, 220, 290)],
  ['ear', 'Ear and behind it', box(128, 112, 176, 190)],
]

const profileGuides: readonly Guide[] = [
  {
    points: places('60,126 72,121 82,126'),
  },
  {
    points: places('50,188 68,188'),
  },
  {
    points: places('140,126 158,122 164,140 156,166 144,172 140,152'),
    isClosed: true,
  },
]

function side(code: string, words: string, name: 'left' | 'right'): Outline {
  const turn =
    name === 'left'
      ? (points: Region['points']) => points
      : (points: Region['points']) => mirrored(points, WIDTH)
  return {
    code,
    words,
    width: WIDTH,
    height: HEIGHT,
    silhouette: name === 'left' ? profile : profile.map(shape => mirroredShape(shape, WIDTH)),
    regions: profileRegions.map(([part, said, points]) => region(`${name}_side_${part}`, said, turn(points))),
    guides: profileGuides.map(guide => ({ ...guide, points: turn(guide.points) })),
    sides: null,
  }
}

/** The head from the front, from behind and from each side. */
export const heads: readonly Outline[] = [
  front,
  back,
  side('head_left', 'Head, left side', 'left'),
  side('head_right', 'Head, right side', 'right'),
]
