// The driver, NVRTC and cuBLAS for a machine without a GPU, as far as the backend uses them: memory
// is the host's, and a kernel runs thread by thread, compiled by g++ from the same source.
//
// Commands on a stream wait until someone waits for the stream, so that host memory that changes
// too early, and results that are read too early, give wrong numbers. New memory is full of NaN.

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "kernels_on_cpu.h"

Three threadIdx, blockIdx, blockDim, gridDim;

// ---- What a test may change -------------------------------------------------------------------

static std::mutex settings;
static std::map<std::string, std::pair<int, int>> failures;  // function -> (status, calls before)
static int devices = 1;
static int driver_version = 13000;
static int newest_architecture = 100;

extern "C" void shim_fail(const char* function, int status, int after) {
  std::lock_guard<std::mutex> lock(settings);
  failures[function] = {status, after};
}

extern "C" void shim_devices(int count) { devices = count; }
extern "C" void shim_driver(int version) { driver_version = version; }
extern "C" void shim_architecture(int newest) { newest_architecture = newest; }

static int failure(const char* function) {
  std::lock_guard<std::mutex> lock(settings);
  auto found = failures.find(function);
  if (found == failures.end() || found->second.second-- > 0) return 0;
  int status = found->second.first;
  failures.erase(found);
  return status;
}

#define CALL(name, ...)                           \
  extern "C" int name(__VA_ARGS__) {              \
    if (int status = failure(#name)) return status;

#define END \
  return 0; \
  }

// ---- Threads of a block -----------------------------------------------------------------------

namespace {

const size_t STACK = 64 << 10;
const unsigned MOST_THREADS = 1024;

// A stack of its own for each thread of a block, used again for every block.
struct Fiber {
  ucontext_t start;
  jmp_buf at;
  std::unique_ptr<char[]> stack;
  bool started = false, done = false;
  Three index;
};

struct Block {
  Fiber fibers[MOST_THREADS];
  ucontext_t home;
  jmp_buf scheduler;
  Fiber* running = nullptr;
  const Thread* thread = nullptr;
  void** arguments = nullptr;
};

std::unique_ptr<Block> block;
std::mutex one_kernel;

// A fiber runs one kernel thread after the other and never ends.
void fiber_main() {
  for (;;) {
    (*block->thread)(block->arguments);
    block->running->done = true;
    if (!_setjmp(block->running->at)) _longjmp(block->scheduler, 1);
  }
}

void resume(Fiber& fiber) {
  block->running = &fiber;
  threadIdx = fiber.index;
  if (_setjmp(block->scheduler)) return;
  if (fiber.started) _longjmp(fiber.at, 1);
  fiber.started = true;
  fiber.stack.reset(new char[STACK]);
  getcontext(&fiber.start);
  fiber.start.uc_stack.ss_sp = fiber.stack.get();
  fiber.start.uc_stack.ss_size = STACK;
  fiber.start.uc_link = nullptr;
  makecontext(&fiber.start, fiber_main, 0);
  setcontext(&fiber.start);
}

// Threads in one line work alone; only those of groups may wait for each other.
void run_line(const Thread& thread, void** arguments) {
  for (threadIdx = {0, 0, 0}; threadIdx.x < blockDim.x; threadIdx.x++) thread(arguments);
}

void run_group(const Thread& thread, void** arguments) {
  block->thread = &thread;
  block->arguments = arguments;
  unsigned count = blockDim.x * blockDim.y;
  for (unsigned t = 0; t < count; t++) {
    Fiber& fiber = block->fibers[t];
    fiber.index = {t % blockDim.x, t / blockDim.x, 0};
    fiber.done = false;
  }
  bool forward = true;
  for (unsigned left = count; left > 0; forward = !forward) {
    for (unsigned t = 0; t < count; t++) {
      Fiber& fiber = block->fibers[forward ? t : count - 1 - t];
      if (fiber.done) continue;
      resume(fiber);
      if (fiber.done) left--;
    }
  }
}

}  // namespace

void __syncthreads() {
  if (blockDim.y == 1) {
    fprintf(stderr, "a kernel without groups of threads has a barrier\n");
    abort();
  }
  if (!_setjmp(block->running->at)) _longjmp(block->scheduler, 1);
  threadIdx = block->running->index;
}

// ---- Kernels ----------------------------------------------------------------------------------

namespace {

struct Function {
  std::string name;
  Thread thread;
};

std::map<std::string, Function>& kernels() {
  static std::map<std::string, Function> all;
  return all;
}

// The graph that a capture makes: nodes in order.
struct Node {
  std::function<void()> run;
  Function* function = nullptr;
  std::vector<uint64_t> arguments;
  Three grid, block;
};

struct Graph {
  std::vector<std::shared_ptr<Node>> nodes;
};

struct Stream {
  std::vector<std::function<void()>> pending;
  std::unique_ptr<Graph> capture;
  Node* last = nullptr;
  int failed = 0;
};

const size_t SLOTS = 24;

void run_kernel(Node& node) {
  void* arguments[SLOTS];
  for (size_t i = 0; i < node.arguments.size(); i++) arguments[i] = &node.arguments[i];
  std::lock_guard<std::mutex> lock(one_kernel);
  if (!block) block.reset(new Block());
  gridDim = node.grid;
  blockDim = node.block;
  for (unsigned y = 0; y < node.grid.y; y++) {
    for (unsigned x = 0; x < node.grid.x; x++) {
      blockIdx = {x, y, 0};
      if (blockDim.y == 1) {
        run_line(node.function->thread, arguments);
      } else {
        run_group(node.function->thread, arguments);
      }
    }
  }
}

void add(Stream* stream, std::shared_ptr<Node> node) {
  if (stream->capture) {
    stream->last = node.get();
    stream->capture->nodes.push_back(node);
  } else {
    stream->pending.push_back([node] { node->run(); });
  }
}

void add(Stream* stream, std::function<void()> work) {
  auto node = std::make_shared<Node>();
  node->run = work;
  add(stream, node);
}

void drain(Stream* stream) {
  auto work = std::move(stream->pending);
  stream->pending.clear();
  for (auto& each : work) each();
}

}  // namespace

void add_kernel(const std::string& real, const std::string& name, Thread thread) {
  kernels()[real + " " + name] = {name, thread};
}

// ---- libcuda ----------------------------------------------------------------------------------

CALL(cuInit, unsigned) END

CALL(cuDriverGetVersion, int* version) *version = driver_version; END

extern "C" int cuGetErrorName(int status, const char** text) {
  *text = status == 2 ? "CUDA_ERROR_OUT_OF_MEMORY"
          : status == 100 ? "CUDA_ERROR_NO_DEVICE"
          : status == 700 ? "CUDA_ERROR_ILLEGAL_ADDRESS" : "CUDA_ERROR_UNKNOWN";
  return 0;
}

extern "C" int cuGetErrorString(int status, const char** text) {
  *text = status == 2 ? "out of memory"
          : status == 100 ? "no CUDA-capable device is detected"
          : status == 700 ? "an illegal memory access was encountered" : "unknown error";
  return 0;
}

CALL(cuDeviceGetCount, int* count) *count = devices; END

CALL(cuDeviceGet, int* device, int ordinal)
  if (ordinal < 0 || ordinal >= devices) return 101;
  *device = ordinal;
END

CALL(cuDeviceGetName, char* name, int length, int device)
  snprintf(name, length, "CPU as device %d", device);
END

CALL(cuDeviceGetAttribute, int* value, int attribute, int)
  *value = attribute == 75 ? 9 : attribute == 16 ? 2 : 0;
END

CALL(cuDeviceTotalMem_v2, size_t* bytes, int) *bytes = (size_t)8 << 30; END

CALL(cuDevicePrimaryCtxRetain, void** context, int device)
  *context = (void*)(intptr_t)(device + 1);
END

static thread_local void* current_context = nullptr;

CALL(cuCtxSetCurrent, void* context) current_context = context; END

// As the driver does, calls without a context fail.
#define WITH_CONTEXT \
  if (!current_context) return 201;

CALL(cuMemGetInfo_v2, size_t* free, size_t* total)
  WITH_CONTEXT *free = (size_t)12 << 20;
  *total = (size_t)8 << 30;
END

CALL(cuMemAlloc_v2, void** address, size_t bytes)
  WITH_CONTEXT *address = aligned_alloc(256, (bytes + 255) / 256 * 256);
  memset(*address, 0xff, bytes);
END

CALL(cuMemFree_v2, void* address) WITH_CONTEXT free(address); END

CALL(cuMemHostAlloc, void** address, size_t bytes, unsigned)
  WITH_CONTEXT *address = aligned_alloc(256, (bytes + 255) / 256 * 256);
  memset(*address, 0xff, bytes);
END

CALL(cuMemFreeHost, void* address) WITH_CONTEXT free(address); END

CALL(cuStreamCreate, Stream** stream, unsigned) WITH_CONTEXT *stream = new Stream(); END

CALL(cuStreamDestroy_v2, Stream* stream) WITH_CONTEXT delete stream; END

CALL(cuStreamSynchronize, Stream* stream) WITH_CONTEXT drain(stream); END

#define COPY(name)                                                         \
  CALL(name, void* to, const void* from, size_t bytes, Stream* stream)     \
    WITH_CONTEXT add(stream, [=] { memcpy(to, from, bytes); });            \
  END

COPY(cuMemcpyHtoDAsync_v2)
COPY(cuMemcpyDtoHAsync_v2)
COPY(cuMemcpyDtoDAsync_v2)

// An image is the word that says for which type the kernels were compiled.
CALL(cuModuleLoadData, void** module, const char* image)
  WITH_CONTEXT *module = strdup(image);
END

CALL(cuModuleGetFunction, Function** function, const char* module, const char* name)
  auto found = kernels().find(std::string(module) + " " + name);
  if (found == kernels().end()) return 500;
  *function = &found->second;
END

CALL(cuLaunchKernel, Function* function, unsigned gx, unsigned gy, unsigned gz, unsigned bx,
     unsigned by, unsigned bz, unsigned, Stream* stream, void** arguments, void**)
  WITH_CONTEXT
  if (gx == 0 || gy == 0 || gz != 1 || bx == 0 || by == 0 || bz != 1 || bx * by > MOST_THREADS ||
      gy > 65535) {
    return 1;
  }
  auto node = std::make_shared<Node>();
  Node* self = node.get();
  node->function = function;
  node->grid = {gx, gy, 1};
  node->block = {bx, by, 1};
  for (size_t i = 0; i < SLOTS; i++) node->arguments.push_back(*(uint64_t*)arguments[i]);
  node->run = [self] { run_kernel(*self); };
  add(stream, node);
END

CALL(cuStreamBeginCapture_v2, Stream* stream, int)
  stream->capture.reset(new Graph());
  stream->last = nullptr;
END

CALL(cuStreamGetCaptureInfo_v2, Stream* stream, int* status, uint64_t*, void**, Node*** nodes,
     size_t* count)
  *status = stream->capture ? 1 : 0;
  *nodes = &stream->last;
  *count = 1;
END

// Captured graphs that have not been destroyed: their nodes name those of executable graphs.
static std::vector<Graph*> captured;

CALL(cuStreamEndCapture, Stream* stream, Graph** graph)
  *graph = stream->capture.release();
  captured.push_back(*graph);
END

CALL(cuGraphInstantiateWithFlags, Graph** exec, Graph* graph, uint64_t) *exec = new Graph(*graph); END

CALL(cuGraphDestroy, Graph* graph)
  captured.erase(std::remove(captured.begin(), captured.end(), graph), captured.end());
  delete graph;
END

CALL(cuGraphExecDestroy, Graph* exec) delete exec; END

struct NodeParameters {
  Function* function;
  unsigned gx, gy, gz, bx, by, bz, shared;
  void** arguments;
  void** extra;
  void* kernel;
  void* context;
};

CALL(cuGraphExecKernelNodeSetParams_v2, Graph* exec, Node* node, NodeParameters* p)
  auto holds = [node](Graph* graph) {
    for (auto& each : graph->nodes) {
      if (each.get() == node) return true;
    }
    return false;
  };
  bool alive = std::any_of(captured.begin(), captured.end(), holds);
  if (!alive || !holds(exec) || node->function != p->function) return 1;
  node->grid = {p->gx, p->gy, p->gz};
  node->block = {p->bx, p->by, p->bz};
  for (size_t i = 0; i < SLOTS; i++) node->arguments[i] = *(uint64_t*)p->arguments[i];
END

// Like the device's, the graph's nodes keep their arguments for this launch when they change later.
CALL(cuGraphLaunch, Graph* exec, Stream* stream)
  for (auto& each : exec->nodes) {
    auto copy = std::make_shared<Node>(*each);
    if (copy->function) {
      stream->pending.push_back([copy] { run_kernel(*copy); });
    } else {
      stream->pending.push_back([copy] { copy->run(); });
    }
  }
END

// ---- NVRTC ------------------------------------------------------------------------------------

struct Program {
  std::string source, architecture, log;
};

extern "C" const char* nvrtcGetErrorString(int status) {
  return status == 6 ? "NVRTC_ERROR_COMPILATION" : "NVRTC_ERROR";
}

CALL(nvrtcVersion, int* major, int* minor) *major = driver_version / 1000; *minor = 999; END

CALL(nvrtcGetNumSupportedArchs, int* count) *count = 2; END

CALL(nvrtcGetSupportedArchs, int* all) all[0] = 75; all[1] = newest_architecture; END

CALL(nvrtcCreateProgram, Program** program, const char* source, const char*, int, const char**,
     const char**)
  *program = new Program{source, "", ""};
END

CALL(nvrtcCompileProgram, Program* program, int count, const char** options)
  for (int i = 0; i < count; i++) {
    std::string option = options[i], key = "--gpu-architecture=";
    if (option.rfind(key, 0) == 0) program->architecture = option.substr(key.size());
  }
  if (program->source.find("KERNEL void") == std::string::npos) {
    program->log = "gan4j.cu(1): error: no kernels";
    return 6;
  }
END

static std::string image(Program* program) {
  std::string define = "#define REAL ";
  size_t from = program->source.find(define) + define.size();
  return program->source.substr(from, program->source.find('\n', from) - from);
}

CALL(nvrtcGetProgramLogSize, Program* program, size_t* bytes) *bytes = program->log.size() + 1; END

CALL(nvrtcGetProgramLog, Program* program, char* log) strcpy(log, program->log.c_str()); END

CALL(nvrtcGetCUBINSize, Program* program, size_t* bytes) *bytes = image(program).size() + 1; END

CALL(nvrtcGetCUBIN, Program* program, char* to)
  if (program->architecture.rfind("sm_", 0) != 0) return 2;
  strcpy(to, image(program).c_str());
END

CALL(nvrtcGetPTXSize, Program* program, size_t* bytes) *bytes = image(program).size() + 1; END

CALL(nvrtcGetPTX, Program* program, char* to)
  if (program->architecture.rfind("compute_", 0) != 0) return 2;
  strcpy(to, image(program).c_str());
END

CALL(nvrtcDestroyProgram, Program** program) delete *program; END

// ---- cuBLAS -----------------------------------------------------------------------------------

struct Handle {
  Stream* stream = nullptr;
  void* workspace = nullptr;
};

CALL(cublasCreate_v2, Handle** handle) *handle = new Handle(); END

CALL(cublasDestroy_v2, Handle* handle) delete handle; END

CALL(cublasGetProperty, int part, int* value) *value = part == 0 ? driver_version / 1000 : part; END

CALL(cublasSetStream_v2, Handle* handle, Stream* stream) handle->stream = stream; END

CALL(cublasSetWorkspace_v2, Handle* handle, void* address, size_t)
  handle->workspace = address;
END

CALL(cublasSetMathMode, Handle*, int) END

// Columns are stored, as in cuBLAS.
template <class T>
static int product(Handle* handle, int ta, int tb, int m, int n, int k, const T* alpha, const T* a,
                   int lda, const T* b, int ldb, const T* beta, T* c, int ldc) {
  if (!handle->workspace || m <= 0 || n <= 0 || k <= 0 || ldc < m || lda < (ta ? k : m) ||
      ldb < (tb ? n : k)) {
    return 7;
  }
  T factor = *alpha, kept = *beta;
  add(handle->stream, [=] {
    for (int column = 0; column < n; column++) {
      for (int row = 0; row < m; row++) {
        T sum = 0;
        for (int i = 0; i < k; i++) {
          sum += a[ta ? row * lda + i : i * lda + row] * b[tb ? i * ldb + column : column * ldb + i];
        }
        T& to = c[(size_t)column * ldc + row];
        to = kept == 0 ? factor * sum : factor * sum + kept * to;
      }
    }
  });
  return 0;
}

CALL(cublasSgemm_v2, Handle* handle, int ta, int tb, int m, int n, int k, const float* alpha,
     const float* a, int lda, const float* b, int ldb, const float* beta, float* c, int ldc)
  return product(handle, ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
END

CALL(cublasDgemm_v2, Handle* handle, int ta, int tb, int m, int n, int k, const double* alpha,
     const double* a, int lda, const double* b, int ldb, const double* beta, double* c, int ldc)
  return product(handle, ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
END
