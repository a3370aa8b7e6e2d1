package org.gan4j.train.config;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.CreatorProperty;
import com.fasterxml.jackson.databind.deser.NullValueProvider;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.ValueInstantiators;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.lang.reflect.RecordComponent;

/**
 * Decides which settings may be left out: a record with a public constructor without arguments has
 * usual settings, and a setting that a config leaves out keeps its usual value.
 */
final class UsualSettings extends ValueInstantiators.Base {
  /** Whether a record has usual settings. */
  static boolean has(Class<?> type) {
    try {
      return type.isRecord() && type.getConstructor() != null;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  @Override
  public ValueInstantiator findValueInstantiator(
      DeserializationConfig config, BeanDescription description, ValueInstantiator standard) {
    Class<?> type = description.getBeanClass();
    boolean settings = has(type) && type.getRecordComponents().length > 0;
    return settings ? new WithUsualValues(standard, type) : standard;
  }

  private static final class WithUsualValues extends ValueInstantiator.Delegating {
    private static final long serialVersionUID = 1L;

    private final transient ValueInstantiator standard;
    private final Class<?> type;

    WithUsualValues(ValueInstantiator standard, Class<?> type) {
      super(standard);
      this.standard = standard;
      this.type = type;
    }

    @Override
    public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
      SettableBeanProperty[] properties = standard.getFromObjectArguments(config).clone();
      for (int i = 0; i < properties.length; i++) {
        CreatorProperty property = (CreatorProperty) properties[i];
        properties[i] = property.withNullProvider(new UsualValue(type, property.getName()));
      }
      return properties;
    }
  }

  /** The usual value of one setting. */
  private record UsualValue(Class<?> type, String setting) implements NullValueProvider {
    @Override
    public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
      try {
        Object usual = type.getConstructor().newInstance();
        for (RecordComponent component : type.getRecordComponents()) {
          if (component.getName().equals(setting)) {
            return component.getAccessor().invoke(usual);
          }
        }
        throw new IllegalStateException(type.getName() + " has no component " + setting);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type.getName() + ": no usual settings", e);
      }
    }

    /** An explicit null is not the same as a setting that is left out. */
    @Override
    public Object getNullValue(DeserializationContext context) throws JsonMappingException {
      return context.reportInputMismatch(
          type, "expected a value for '%s', got null; leave it out for its usual value", setting);
    }

    @Override
    public AccessPattern getNullAccessPattern() {
      return AccessPattern.DYNAMIC;
    }
  }
}
