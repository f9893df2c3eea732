import { RunFailure } from '~/runtime/loop';
import { loadBackend } from '~/runtime/onnx/load-backend';
import type { ModelManifest } from '~/schemas/model';
import { checkModel } from './check-models';
import type { CheckOrder, CheckReport } from './messages';

const files: Readonly<Record<string, ModelManifest['files']>> = import.meta.glob('/public/models/*/model.json', { eager: true, import: 'files' }); // prettier-ignore
const golden: Readonly<Record<string, ModelManifest['golden']>> = import.meta.glob('/public/models/*/model.json', { eager: true, import: 'golden' }); // prettier-ignore

const report = (message: CheckReport) => self.postMessage(message);

async function check({ ids, device }: CheckOrder): Promise<void> {
  const base = new URL(import.meta.env.BASE_URL, self.location.origin).href;
  const store = { base, caches: self.caches, locks: navigator.locks };
  const backend = await loadBackend(device, base, {});
  for (const id of ids) {
    const path = `/public/models/${id}/model.json`;
    const [listed, probe] = [files[path], golden[path]];
    if (!listed || !probe) throw new RunFailure('internal', `${id}: no such model`);
    report({ type: 'result', ...(await checkModel(id, { files: listed, golden: probe }, backend, store)) });
  }
}

self.onmessage = ({ data }: MessageEvent<CheckOrder>) => {
  check(data).then(
    () => report({ type: 'done' }),
    (error: unknown) => {
      const { code, message } = error instanceof RunFailure ? error : { code: 'internal' as const, message: String(error) }; // prettier-ignore
      report({ type: 'failed', code, message });
    },
  );
};
