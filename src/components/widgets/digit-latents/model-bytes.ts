import { MODELS } from './digit-latents.params';
import { idOf } from './model-ids';
import { bytesOf, fileOf } from './shipped-models';

export { TEST_DIGITS_BYTES } from '../shared/test-digits';

const ids = MODELS.flatMap((name) => [idOf(name, '2'), idOf(name, '16')]);

/** Bytes of decoder and test codes of every model that can be chosen. Read when the page is built: manifests stay out of its script. */
export const MODEL_BYTES = Object.fromEntries(ids.map((id) => [id, bytesOf(id)]));

/** Bytes of the encoder of each. */
export const ENCODER_BYTES = Object.fromEntries(ids.map((id) => [id, fileOf(id, 'encoder.onnx').bytes]));
