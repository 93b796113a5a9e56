export { type Arrival, type Kept, keepMessage, READ_MESSAGE } from './keepMessage.ts'
export { readLeftTask } from './readLeft.ts'
export {
  type MessageReader,
  type OpenMessage,
  readMessageTask,
  UnreadableMessage,
  type UnsentReader,
} from './readMessage.ts'
