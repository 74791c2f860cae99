#ifndef ACTANT_TOOLS_CLI_ORDERED_PIPELINE_H_
#define ACTANT_TOOLS_CLI_ORDERED_PIPELINE_H_

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace actant {

/// One reading thread, several working threads, and the caller's thread that takes the results in the order they were
/// read: what comes out never depends on the number of workers. Items wait in one window, bounded by number and by
/// size, so memory stays constant however fast the reader is. (The shape of libosmium's reader,
/// include/osmium/io/detail/queue_util.hpp, with a window in place of a queue of futures.)
///
/// \tparam Item holds an input and its result; made by the reader, filled by a worker, taken by the caller.
template <typename Item>
class OrderedPipeline {
 public:
  struct Limits {
    size_t items = 64;
    size_t size = size_t{16} << 20;  ///< sum of the sizes in the window; a single larger item passes alone
  };
  /// Makes the next item and its size (bytes, say); nullptr at the end. Called on the reading thread.
  using Read = std::function<std::unique_ptr<Item>(size_t& size)>;
  /// Fills the item's result; `worker` counts from 0. Called on the working threads.
  using Work = std::function<void(Item& item, size_t worker)>;
  /// Takes a result. Called on the caller's thread.
  using Take = std::function<void(Item& item)>;
  /// True: nothing more is begun; items that a worker has begun are finished and taken.
  using Stopped = std::function<bool()>;

  /// Runs to the end. The first exception of any of the functions stops everything and is thrown here after all threads
  /// have ended; items read before it in order have been taken.
  static void run(size_t workers, const Read& read, const Work& work, const Take& take, const Stopped& stopped,
                  const Limits& limits = {}) {
    OrderedPipeline pipeline(limits, stopped);
    std::vector<std::thread> threads;
    threads.emplace_back([&] { pipeline.read_all(read); });
    for (size_t i = 0; i < workers; ++i) threads.emplace_back([&, i] { pipeline.work_all(work, i); });
    pipeline.take_all(take);
    for (std::thread& thread : threads) thread.join();
    if (pipeline.error_) std::rethrow_exception(pipeline.error_);
  }

 private:
  enum class State { kWaiting, kBegun, kDone };
  struct Slot {
    std::unique_ptr<Item> item;
    size_t size = 0;
    State state = State::kWaiting;
    std::exception_ptr error;
  };

  OrderedPipeline(const Limits& limits, const Stopped& stopped) : limits_(limits), stopped_(stopped) {}

  void read_all(const Read& read) {
    std::exception_ptr error;
    try {
      while (!ending()) {
        size_t size = 0;
        std::unique_ptr<Item> item = read(size);
        if (!item) break;
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return cancelled_ || has_room(size); });
        if (cancelled_) break;
        window_.push_back(Slot{std::move(item), size, State::kWaiting, nullptr});
        size_ += size;
        changed_.notify_all();
      }
    } catch (...) {
      error = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    read_error_ = error;
    read_ended_ = true;
    changed_.notify_all();
  }

  void work_all(const Work& work, size_t worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return cancelled_ || next() != nullptr || read_ended_; });
      Slot* slot = next();
      if (cancelled_ || slot == nullptr || stopped_()) break;
      slot->state = State::kBegun;
      ++begun_;
      lock.unlock();
      std::exception_ptr error;
      try {
        work(*slot->item, worker);
      } catch (...) {
        error = std::current_exception();
      }
      lock.lock();
      slot->error = error;
      slot->state = State::kDone;
      changed_.notify_all();
    }
    // A worker that stops leaves items behind that nobody begins.
    if (stopped_()) changed_.notify_all();
  }

  void take_all(const Take& take) {
    while (true) {
      Slot slot;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return front_is_ready(); });
        if (window_.empty() || window_.front().state == State::kWaiting) break;
        slot = std::move(window_.front());
        window_.pop_front();
        --begun_;
        size_ -= slot.size;
        changed_.notify_all();
      }
      try {
        if (slot.error) std::rethrow_exception(slot.error);
        take(*slot.item);
      } catch (...) {
        error_ = std::current_exception();
        break;
      }
    }
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = read_error_;
    cancelled_ = true;
    changed_.notify_all();
  }

  // The functions below need the mutex.

  Slot* next() { return begun_ < window_.size() ? &window_[begun_] : nullptr; }

  bool has_room(size_t size) const {
    return window_.empty() || (window_.size() < limits_.items && size_ + size <= limits_.size);
  }

  /// The front can be taken, or nothing will ever come.
  bool front_is_ready() const {
    if (window_.empty()) return read_ended_;
    if (window_.front().state == State::kWaiting) return stopped_();
    return window_.front().state == State::kDone;
  }

  bool ending() {
    const std::lock_guard lock(mutex_);
    return cancelled_ || stopped_();
  }

  const Limits limits_;
  const Stopped& stopped_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> window_;  // in input order: [done or begun]*, [waiting]*
  size_t begun_ = 0;         // slots of window_ that a worker has taken
  size_t size_ = 0;
  bool read_ended_ = false;
  bool cancelled_ = false;
  std::exception_ptr read_error_;
  std::exception_ptr error_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_ORDERED_PIPELINE_H_
