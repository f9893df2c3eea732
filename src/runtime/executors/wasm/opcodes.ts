/**
 * Numbers that the emitter (TypeScript) and the interpreter (AssemblyScript) share. Read by both compilers, so it holds
 * nothing but constants.
 *
 * An instruction is `WORDS` 32-bit words: word 0 the opcode, word 1 the address written, then what the kernel's comment
 * in `kernels/interpreter.ts` says. Floats are stored as their bits.
 */
export const WORDS = 24;

export const GEMM = 0;
export const UNARY = 1;
export const BINARY = 2;
export const SUM = 3;
export const COPY = 4;
export const ZERO = 5;
export const RANDOM = 6;
export const GATHER = 7;
export const SCATTER = 8;
export const ADAM = 9;
export const MOMENTUM = 10;
export const SGD = 11;
/** Adds one to the program's run counter: the last instruction of every program. */
export const COUNT = 12;
export const TRANSPOSE = 13;
export const CONVOLVE = 14;
export const CONVOLVE_INPUT = 15;
export const CONVOLVE_FILTER = 16;
export const SUM_POOL = 17;
export const UNPOOL = 18;
export const TAKE_AT_MAX = 19;
export const PUT_AT_MAX = 20;
export const SPARSE = 21;
export const SAMPLED = 22;

// What GEMM does to a tile before it is stored.
export const PLAIN = 0;
export const ACCUMULATE = 1;
export const BIAS = 2;
export const BIAS_RELU = 3;
export const BIAS_LEAKY = 4;
export const BIAS_TANH = 5;
export const BIAS_SIGMOID = 6;
export const GATED = 7;

export const AFFINE = 0;
export const EXP = 1;
export const LOG = 2;
export const TANH = 3;
export const SIGMOID = 4;
export const SOFTPLUS = 5;
export const SQUARE = 6;
export const SQRT = 7;
export const RECIPROCAL = 8;
export const RELU = 9;
export const LEAKY = 10;
export const STEP = 11;
export const ABS = 12;

export const ADD = 0;
export const SUBTRACT = 1;
export const MULTIPLY = 2;
export const DIVIDE = 3;
export const GATE = 4;
export const TANH_GRADIENT = 5;
export const SIGMOID_GRADIENT = 6;
export const MAXIMUM = 7;
export const MINIMUM = 8;

// How the innermost axis of a binary operation or a copy is read: both running, b or a repeated, or b repeated in pairs.
export const BOTH_RUN = 0;
export const B_REPEATS = 1;
export const A_REPEATS = 2;
export const B_PAIR_REPEATS = 3;

export const UNIFORM = 0;
export const NORMAL = 1;
export const INDEX = 2;
