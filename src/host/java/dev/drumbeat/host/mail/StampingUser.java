package dev.drumbeat.host.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.internet.MimeMessage;

/** A mailbox whose deliveries carry the date of the host's clock. */
record StampingUser(GreenMailUser owner, MailLab lab) implements GreenMailUser {

  @Override
  public void deliver(MovingMessage message) {
    lab.store(owner, message.getMessage());
  }

  @Override
  public void deliver(MimeMessage message) {
    lab.store(owner, message);
  }

  @Override
  public String getEmail() {
    return owner.getEmail();
  }

  @Override
  public String getLogin() {
    return owner.getLogin();
  }

  @Override
  public void create() {
    owner.create();
  }

  @Override
  public void delete() {
    owner.delete();
  }

  @Override
  public String getPassword() {
    return owner.getPassword();
  }

  @Override
  public void setPassword(String password) {
    owner.setPassword(password);
  }

  @Override
  public void authenticate(String password) throws UserException {
    owner.authenticate(password);
  }

  @Override
  public String getQualifiedMailboxName() {
    return owner.getQualifiedMailboxName();
  }
}
