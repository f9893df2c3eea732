// Compiles the AssemblyScript kernels to src/runtime/executors/wasm/kernels.wasm when their source changed.
