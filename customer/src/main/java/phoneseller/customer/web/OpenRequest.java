package phoneseller.customer.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A request that is answered for long, by another thread than the one it came with. When it ends,
 * it passes through no filter a second time. A reader who goes away ends it, and is no error: after
 * a failed write the container alone ends the request, and waits until that write has returned, as
 * it gives the response to the next request.
 */
final class OpenRequest implements AsyncListener {

  private final AsyncContext context;
  private final OutputStream response;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean ended;

  private OpenRequest(AsyncContext context, OutputStream response) {
    this.context = context;
    this.response = response;
  }

  static OpenRequest of(HttpServletRequest request, HttpServletResponse response) {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    try {
      var out = response.getOutputStream();
      var open = new OpenRequest(request.startAsync(), out);
      open.context.setTimeout(0);
      open.context.addListener(open);
      return open;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Has reached the network when it returns.
   *
   * @throws IOException when the reader has gone
   */
  void write(byte[] bytes) throws IOException {
    lock.lock();
    try {
      if (ended) {
        throw new IOException("the request has ended");
      }
      response.write(bytes);
      response.flush();
    } catch (IOException e) {
      ended = true;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /** Unless it has ended already. */
  void complete() {
    endedBy(context);
  }

  @Override
  public void onError(AsyncEvent event) {
    lock.lock();
    try {
      ended = true;
      event.getAsyncContext().complete();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    endedBy(event.getAsyncContext());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    lock.lock();
    try {
      ended = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }

  private void endedBy(AsyncContext request) {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        request.complete();
      }
    } finally {
      lock.unlock();
    }
  }
}
