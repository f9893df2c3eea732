import { showShape, sizeOf, type Graph, type Node } from './graph';
import { sameShape } from './ops/shapes';
import type { Program, Update } from './program';

/** The nodes that an update reads, its parameter not counted. */
export function readsOf(update: Update): readonly Node[] {
  return update.rule === 'assign' ? [update.value] : [update.gradient, update.rate];
}

function checkUpdate(update: Update): void {
  const { rule, parameter } = update;
  if (parameter.op !== 'parameter')
    throw new Error(
      `compile: ${rule} updates node ${parameter.id} (${parameter.op}), which is not a parameter`,
    );
  const change = update.rule === 'assign' ? update.value : update.gradient;
  if (!sameShape(change.shape, parameter.shape))
    throw new RangeError(
      `compile: ${rule} of parameter ${parameter.attributes.name} with shape ${showShape(parameter.shape)} ` +
        `was given shape ${showShape(change.shape)}`,
    );
  if (update.rule !== 'assign' && sizeOf(update.rate.shape) !== 1)
    throw new RangeError(
      `compile: ${rule}: the rate must be one number, found shape ${showShape(update.rate.shape)}`,
    );
}

function checkGraph(graph: Graph, roots: readonly Node[]): void {
  const stranger = roots.find((node) => node.graph !== graph);
  if (stranger)
    throw new Error(
      `compile: node ${stranger.id} (${stranger.op}) belongs to another graph than the first root`,
    );
}

function checkOnce(updates: readonly Update[]): void {
  const updated = new Set<Node>();
  for (const { parameter } of updates) {
    if (updated.has(parameter))
      throw new Error(
        `compile: parameter ${parameter.op === 'parameter' ? parameter.attributes.name : parameter.id} is updated twice`,
      );
    updated.add(parameter);
  }
}

/**
 * Makes a program: what must be computed for the outputs and updates, in an order that an executor can follow. What
 * neither needs is left out.
 * @throws Error if there is neither output nor update, if nodes belong to different graphs, or if an update's parameter
 * is not a parameter or is updated twice; RangeError if a shape disagrees.
 */
export function compile(wanted: {
  readonly outputs?: readonly Node[];
  readonly updates?: readonly Update[];
}): Program {
  const { outputs = [], updates = [] } = wanted;
  const roots = [...outputs, ...updates.flatMap((update) => [update.parameter, ...readsOf(update)])];
  const [first] = roots;
  if (!first) throw new Error('compile: expected at least one output or update, found none');
  checkGraph(first.graph, roots);
  updates.forEach(checkUpdate);
  checkOnce(updates);
  const needed = new Set(roots);
  for (const node of needed) for (const input of node.inputs) needed.add(input);
  // Ids are a topological order: every input was made before what uses it.
  return { order: [...needed].sort((a, b) => a.id - b.id), outputs, updates };
}
