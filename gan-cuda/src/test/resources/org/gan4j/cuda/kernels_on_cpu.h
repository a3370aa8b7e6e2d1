// Lets g++ compile the kernels: the words that CUDA adds to C++, for threads that run one after the
// other. Threads of a block switch at __syncthreads only, in alternating order, so that a kernel
// that lacks a barrier gives wrong results here. One kernel runs at a time in the whole process.

#pragma once

#include <math.h>

#include <functional>
#include <string>
#include <utility>

#define __device__
#define __shared__ static
#define KERNEL static

struct Three {
  unsigned x, y, z;
};

extern Three threadIdx, blockIdx, blockDim, gridDim;
void __syncthreads();

inline unsigned min(unsigned a, unsigned b) { return a < b ? a : b; }

// A kernel for one thread, called with pointers to its arguments.
typedef std::function<void(void**)> Thread;

void add_kernel(const std::string& real, const std::string& name, Thread thread);

template <class... A, size_t... I>
Thread thread_of(void (*kernel)(A...), std::index_sequence<I...>) {
  return [kernel](void** arguments) { kernel(*static_cast<A*>(arguments[I])...); };
}

template <class... A>
bool add_kernel(const char* real, const char* name, void (*kernel)(A...)) {
  add_kernel(real, name, thread_of(kernel, std::make_index_sequence<sizeof...(A)>()));
  return true;
}
