import { expect, test } from 'vitest';
import { findMetric, findModel, manifests, readManifests } from './model-manifests';

test('the shipped manifests follow the schema and are found by id', () => {
  expect(findModel(manifests, 'vae-digits').files[0]?.path).toBe('model.onnx');
  expect(findMetric(findModel(manifests, 'vae-digits'), 'test-elbo').value).toBeLessThan(0);
});

test('an unknown model or metric is an error that lists the known ones', () => {
  expect(() => findModel(manifests, 'vea-digits')).toThrow(
    /No model "vea-digits".*Known models: .*vae-digits/,
  );
  expect(() => findMetric(findModel(manifests, 'vae-digits'), 'fid')).toThrow(
    /"vae-digits" has no metric "fid"\. Known metrics: .*test-elbo/,
  );
  expect(() => findMetric(findModel(manifests, 'vae-digits'), 'toString')).toThrow(/no metric "toString"/);
});

test('a manifest in the wrong folder, or not after the schema, names its file and key', () => {
  const good = findModel(manifests, 'vae-digits');
  expect(() => readManifests({ '/public/models/other/model.json': good })).toThrow(
    /other.*found "vae-digits"/,
  );
  expect(() => readManifests({ '/public/models/vae-digits/model.json': { ...good, opset: 'x' } })).toThrow(
    /vae-digits\/model\.json: opset: /,
  );
});
